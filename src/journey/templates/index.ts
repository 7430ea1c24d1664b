import type { Template } from '../template.ts'
import { airlineTrip } from './airline-trip.ts'
import { b2bAccount } from './b2b-account.ts'
import { b2bSaas } from './b2b-saas.ts'
import { carPurchase } from './car-purchase.ts'
import { checkout } from './checkout.ts'
import { crmLifecycle } from './crm-lifecycle.ts'
import { ecommerce } from './ecommerce.ts'
import { employee } from './employee.ts'
import { general } from './general.ts'
import { governmentService } from './government-service.ts'
import { insurance } from './insurance.ts'
import { mobileApp } from './mobile-app.ts'
import { onboarding } from './onboarding.ts'
import { patient } from './patient.ts'
import { productLed } from './product-led.ts'
import { saasTrial } from './saas-trial.ts'
import { serviceBlueprint } from './service-blueprint.ts'
import { student } from './student.ts'
import { supportTicket } from './support-ticket.ts'
import { supportTriage } from './support-triage.ts'

/** All templates, in the order in which they are offered. */
export const templates: readonly Template[] = [
  general,
  ecommerce,
  checkout,
  b2bSaas,
  saasTrial,
  productLed,
  b2bAccount,
  crmLifecycle,
  onboarding,
  mobileApp,
  supportTicket,
  supportTriage,
  serviceBlueprint,
  insurance,
  carPurchase,
  airlineTrip,
  patient,
  governmentService,
  student,
  employee,
]

/** The template of that name. */
export const findTemplate = (name: string): Template | undefined => templates.find((template) => template.name === name)
